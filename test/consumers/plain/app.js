const step = document.querySelector('baanx-kyc-step');
step.messages = { start: 'Let’s go' };
step.fetcher = (...request) => fetch(...request);
step.addEventListener('statechange', ({ detail }) => (document.title = detail.state));
step.addEventListener('verified', () => {
  document.querySelector('h1').textContent = 'Step 4 of 6';
  step.headingLevel = 4;
});
