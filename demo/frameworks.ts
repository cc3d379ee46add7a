import { describe, findBackend } from './backend.js';
import { EXAMPLES } from './frameworks/examples.js';

const query = new URL(location.href).searchParams;
const [name = '', example] = [...EXAMPLES].find(([one]) => one === query.get('in')) ?? [...EXAMPLES][0] ?? [];
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
// All at once, so that nothing moves.
find('main').hidden = false;

const backend = await findBackend();
find('[role=status]').textContent = describe(backend);
const asked = query.get('onboarding-id') ?? '';
// It becomes a part of the page's markup.
const id = /^[\w-]+$/.test(asked) ? asked : crypto.randomUUID();
const place = find('#place');
await mount(place, id, () => {
  find('#number').textContent = 'Step 4 of 6';
  find('#again').hidden = false;
});
const inside = place.querySelector('iframe')?.contentWindow ?? window;
await inside.customElements.whenDefined('baanx-kyc-step');
// The sandbox's Veriff is not where the real one is: nothing that an app would have to say.
const step = inside.document.querySelector('baanx-kyc-step');
if (step) step.veriffOrigins = backend.veriffOrigins;
place.ariaBusy = 'false';
