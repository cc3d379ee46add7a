import type { CheckResult } from '../src/doctor/index.js';
import { checkHeaders, parseHeaders, type HeaderOptions } from '../src/doctor/header-checks.js';
import type { Configuration } from './exports.js';

const MARKS = { passed: '✓', failed: '✗', skipped: '–' } as const;

/**
 * Checks the headers that are pasted into a field, for the settings, and lists what the doctor finds. Returns a function
 * that checks them again.
 */
export function headerCheck(
  field: HTMLTextAreaElement,
  list: HTMLElement,
  settings: Configuration,
): () => Promise<void> {
  const check = async () => {
    const text = field.value;
    const results = text.trim() === '' ? [] : await checkHeaders(parseHeaders(text), optionsOf(settings));
    // The person may have continued to type.
    if (field.value === text) list.replaceChildren(...results.map(itemOf));
  };
  field.addEventListener('input', () => void check());
  return check;
}

/** The page is assumed to be public: a page on this machine needs fewer headers. */
function optionsOf({ attributes }: Configuration): HeaderOptions {
  const valueOf = (name: string) => attributes.find(([key]) => key === name)?.[1];
  const openIn = valueOf('open-in');
  const proxyUrl = valueOf('proxy-url');
  return {
    url: 'https://your-page.example/',
    openIn: openIn === 'popup' || openIn === 'redirect' ? openIn : undefined,
    veriffOrigins: valueOf('veriff-origins')?.split(/\s+/).filter(Boolean),
    proxyUrl: proxyUrl && URL.canParse(proxyUrl, 'https://your-page.example/') ? proxyUrl : undefined,
  };
}

function itemOf(result: CheckResult): HTMLElement {
  const item = document.createElement('li');
  item.dataset['status'] = result.status;
  const about = result.status === 'skipped' ? `skipped: ${result.reason}` : result.seen;
  item.append(`${MARKS[result.status]} ${result.title}: ${about}`);
  if (result.status === 'failed') {
    const fix = document.createElement('code');
    fix.textContent = result.fix;
    item.append(fix);
  }
  return item;
}
