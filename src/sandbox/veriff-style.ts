/** The styles of the simulated Veriff page, which must not look like the real one. */
export const VERIFF_STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f4f6f5, #0f1413);
  --card: light-dark(#ffffff, #18201e);
  --ink: light-dark(#13211d, #e9f0ed);
  --soft: light-dark(#52625c, #a3b3ad);
  --line: light-dark(#d5ddd9, #34413d);
  --accent: light-dark(#0b6b57, #6fd6bd);
  --on-accent: light-dark(#ffffff, #06231c);
  --warn: light-dark(#fff4d6, #3a2f10);
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body {
  margin: 0; min-height: 100svh; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; display: grid;
}
#page {
  width: 100%; max-width: 30rem; min-height: 100svh; margin: 0 auto; padding: 0 1.25rem 1.25rem;
  display: flex; flex-direction: column;
}
header { display: flex; align-items: center; justify-content: space-between; gap: 1rem; min-height: 4rem; }
header p {
  margin: 0; padding: .125rem .625rem; border-radius: 1rem; font-size: .8125rem; font-weight: 600;
  background: var(--warn); border: 1px solid var(--line);
}
main { flex: 1; display: flex; }
section { flex: 1; display: flex; flex-direction: column; gap: 1rem; padding-block: 1rem 1.5rem; min-width: 0; }
h1 { margin: 0; font-size: 1.625rem; line-height: 1.25; letter-spacing: -.01em; text-wrap: balance; outline: none; }
section p { margin: 0; color: var(--soft); }
.actions { margin-top: auto; display: grid; gap: .75rem; padding-top: 1rem; }
.choice { display: grid; gap: .75rem; }
button {
  font: inherit; font-weight: 600; min-height: 3rem; padding: .5rem 1.25rem; border-radius: .75rem;
  border: 1px solid var(--line); background: var(--card); color: inherit; cursor: pointer;
}
button:hover { border-color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.main:hover { filter: brightness(1.08); }
.choice button { text-align: start; min-height: 3.75rem; display: flex; justify-content: space-between; align-items: center; }
.choice button::after { content: '\\203A'; font-size: 1.5rem; color: var(--soft); pointer-events: none; }
#cancel, #tester button { background: none; min-height: 2.75rem; font-weight: 500; }
#cancel { border-color: transparent; margin-inline-end: -1.25rem; }
ul { margin: 0; padding: 0; list-style: none; display: grid; gap: .75rem; }
li { display: flex; gap: .75rem; padding: .875rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
li::before { content: ''; flex: none; width: .5rem; height: .5rem; margin-top: .5rem; border-radius: 50%; background: var(--accent); }
video, canvas { width: 100%; aspect-ratio: 8 / 5; object-fit: cover; border-radius: 1rem; background: #0008; border: 1px solid var(--line); }
.note { padding: .875rem 1rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--card); }
fieldset { margin: 0; padding: .75rem 1rem 1rem; border: 1px dashed var(--soft); border-radius: .75rem; display: grid; }
legend { padding-inline: .375rem; font-size: .8125rem; font-weight: 600; color: var(--soft); }
label { display: flex; align-items: center; gap: .75rem; min-height: 2.75rem; }
input { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--accent); }
.sign { width: 3.5rem; height: 3.5rem; border-radius: 50%; background: var(--accent); color: var(--on-accent); display: grid; place-items: center; font-size: 1.625rem; }
.sign.quiet { background: var(--line); color: var(--ink); }
#problem { margin-bottom: 1rem; background: var(--warn); color: var(--ink); }
#tester { border-top: 1px solid var(--line); padding-top: .75rem; font-size: .8125rem; color: var(--soft); }
#tester summary { min-height: 1.75rem; cursor: pointer; }
#tester div { display: flex; flex-wrap: wrap; gap: .5rem; padding-top: .5rem; }
#tester p { margin: .5rem 0 0; }
`;
