import { describeBackend, loadBackend } from './backend.js';
import { EXAMPLES } from './frameworks/examples.js';

const query = new URL(location.href).searchParams;
const [name = '', example] = [...EXAMPLES].find(([key]) => key === query.get('in')) ?? [...EXAMPLES][0] ?? [];
if (!example) throw new Error('There are no examples');

const find = <T extends HTMLElement>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`Missing in the page: ${selector}`);
  return found;
};

for (const [key, { title }] of EXAMPLES) {
  const link = document.createElement('a');
  link.href = `?in=${key}`;
  link.textContent = title;
  if (key === name) link.ariaCurrent = 'page';
  find('nav').append(link);
}

const { title, file, code, notes, mount } = example;
document.title = `${title} · baanx-kyc-step`;
find('#file').textContent = file;
find('code').textContent = code;
for (const note of notes) {
  const item = document.createElement('li');
  item.textContent = note;
  find('ul').append(item);
}
find('#copy').addEventListener('click', () => {
  void navigator.clipboard.writeText(code).then(() => (find('#copy').textContent = 'Copied'));
});
// Shown only now, so that the layout doesn't shift.
find('main').hidden = false;

const backend = await loadBackend();
find('[role=status]').textContent = describeBackend(backend);
const requestedId = query.get('onboarding-id') ?? '';
// The ID is inserted into markup.
const id = /^[\w-]+$/.test(requestedId) ? requestedId : crypto.randomUUID();
const container = find('#place');
await mount(container, id, () => {
  find('#number').textContent = 'Step 4 of 6';
  find('#again').hidden = false;
});
const stepWindow = container.querySelector('iframe')?.contentWindow ?? window;
await stepWindow.customElements.whenDefined('baanx-kyc-step');
// Makes the element trust the simulated Veriff; an app doesn't need this.
const step = stepWindow.document.querySelector('baanx-kyc-step');
if (step) step.veriffOrigins = backend.veriffOrigins;
container.ariaBusy = 'false';
