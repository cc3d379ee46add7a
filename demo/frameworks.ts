import { describe, findBackend } from './backend.js';
import { EXAMPLES, type Mount } from './frameworks/examples.js';

/** One framework a page: the code that a developer copies, and beside it the same code at work. */
const query = new URL(location.href).searchParams;
const asked = query.get('in') ?? '';
const [name = '', example] = [...EXAMPLES].find(([one]) => one === asked) ?? [...EXAMPLES][0] ?? [];
if (!example) throw new Error('There are no examples');

const find = <T extends HTMLElement>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`Missing in the page: ${selector}`);
  return found;
};

for (const [one, { title }] of EXAMPLES) {
  const link = document.createElement('a');
  link.href = `?in=${one}`;
  link.textContent = title;
  if (one === name) link.ariaCurrent = 'page';
  find('nav').append(link);
}

/** What the framework's template renders, for those that need a compiler or a server of their own. */
const tag: Mount = async (place, onboardingId, next) => {
  await import('../src/index.js');
  const step = Object.assign(document.createElement('baanx-kyc-step'), { onboardingId });
  step.addEventListener('verified', next);
  place.append(step);
};

const { title, file, code, notes, mount } = example;
document.title = `${title} · baanx-kyc-step`;
find('#file').textContent = file;
find('code').textContent = code;
const honest = mount
  ? []
  : [`${title} needs a build of its own, which the tests make: what runs here is the tag that it renders.`];
for (const note of [...notes, ...honest]) {
  const item = document.createElement('li');
  item.textContent = note;
  find('ul').append(item);
}
find('#copy').addEventListener('click', () => {
  void navigator.clipboard.writeText(code).then(() => (find('#copy').textContent = 'Copied'));
});

const backend = await findBackend();
find('[role=status]').textContent = describe(backend);
await (mount ?? tag)(find('#place'), query.get('onboarding-id') ?? crypto.randomUUID(), () => {
  find('#number').textContent = 'Step 4 of 6';
  find('#again').hidden = false;
});
await customElements.whenDefined('baanx-kyc-step');
// The sandbox's Veriff is not where the real one is: nothing that an app would have to say.
find<HTMLElementTagNameMap['baanx-kyc-step']>('#place baanx-kyc-step').veriffOrigins = backend.veriffOrigins;
