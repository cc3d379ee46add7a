import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/locales/en.js';
import { SESSION, Stage } from '../support/stage.js';

/** Puts the element into a form, as the field `kyc`. */
async function inForm(id: string, prepare: (stage: Stage) => void = () => undefined) {
  const stage = await Stage.open(id, (stage) => {
    stage.step.name = 'kyc';
    prepare(stage);
  });
  const form = document.createElement('form');
  const fieldset = document.createElement('fieldset');
  stage.step.parentElement!.append(form);
  form.append(fieldset);
  fieldset.append(stage.step);
  const sent: (FormDataEntryValue | null)[] = [];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sent.push(new FormData(form).get('kyc'));
  });
  await stage.step.updateComplete;
  return { stage, step: stage.step, form, fieldset, sent };
}

describe('in a form', () => {
  for (const [id, state, value] of [
    ['approve', 'ready', 'UNVERIFIED'],
    ['pending', 'pending', 'PENDING'],
    ['verified', 'verified', 'VERIFIED'],
    ['rejected', 'rejected', 'REJECTED'],
  ] as const) {
    it(`its value is ${value} in ${state}, and ${value === 'VERIFIED' ? '' : 'not '}enough where it is required`, async () => {
      const { stage, step, form } = await inForm(id, ({ step }) => {
        step.required = true;
      });
      await stage.state(state);
      expect(step.form).to.equal(form);
      expect([...form.elements]).to.include(step);
      expect(step.value).to.equal(value);
      expect(new FormData(form).get('kyc')).to.equal(value);
      expect(form.checkValidity()).to.equal(value === 'VERIFIED');
      expect(step.checkValidity()).to.equal(value === 'VERIFIED');
      expect(step.validity.valueMissing).to.equal(value !== 'VERIFIED');
      expect(step.validationMessage).to.equal(value === 'VERIFIED' ? '' : en.required);
      expect(step.matches(':invalid')).to.equal(value !== 'VERIFIED');
    });
  }

  it('sends nothing before the first answer, and does not hold a form up where it is not required', async () => {
    const { step, form } = await inForm('approve', (stage) => {
      stage.answer = () => new Promise<Response>(() => undefined);
    });
    expect(new FormData(form).has('kyc')).to.equal(false);
    expect(step.value).to.equal('');
    expect(step.checkValidity()).to.equal(true);
  });

  it('keeps the form from being sent and points to Start, in the words of the page', async () => {
    const { stage, step, form, sent } = await inForm('approve', ({ step }) => {
      step.required = true;
      step.messages = { required: 'Bitte zuerst bestätigen.' };
    });
    await stage.state('ready');
    form.requestSubmit();
    expect(sent).to.deep.equal([]);
    expect(step.validationMessage).to.equal('Bitte zuerst bestätigen.');
    expect(step.shadowRoot?.activeElement).to.equal(stage.part('start'));
  });

  for (const [state, id, part] of [
    ['rejected', 'rejected', 'heading'],
    ['failed', 'error-400-status', 'check'],
  ] as const) {
    it(`points to the ${part} where there is no Start, in ${state}`, async () => {
      const { stage, step, form, sent } = await inForm(id, ({ step }) => {
        step.required = true;
      });
      await stage.state(state);
      form.requestSubmit();
      expect(sent).to.deep.equal([]);
      expect(step.shadowRoot?.activeElement?.getAttribute('part')).to.equal(part);
    });
  }

  it('can be sent in the very listener of verified', async () => {
    const { stage, step, form, sent } = await inForm('verified', ({ step }) => {
      step.required = true;
    });
    step.addEventListener('verified', () => form.requestSubmit());
    await stage.state('verified');
    expect(sent).to.deep.equal(['VERIFIED']);
  });

  it('follows `required` and `name` at any time', async () => {
    const { stage, step, form } = await inForm('approve');
    await stage.state('ready');
    expect(form.checkValidity()).to.equal(true);
    step.setAttribute('required', '');
    step.setAttribute('name', 'other');
    await step.updateComplete;
    expect(form.checkValidity()).to.equal(false);
    expect(new FormData(form).get('other')).to.equal('UNVERIFIED');
    step.required = false;
    await step.updateComplete;
    expect(form.checkValidity()).to.equal(true);
    expect(step.hasAttribute('required')).to.equal(false);
  });

  for (const [how, turn] of Object.entries({
    'it is disabled': (on: boolean, { step }: Awaited<ReturnType<typeof inForm>>) => {
      step.disabled = on;
    },
    'a fieldset around it is': (on: boolean, { fieldset }: Awaited<ReturnType<typeof inForm>>) => {
      fieldset.disabled = on;
    },
  })) {
    it(`opens nothing and sends nothing while ${how}`, async () => {
      const scene = await inForm('approve', ({ step }) => {
        step.required = true;
      });
      const { stage, step, form } = scene;
      await stage.state('ready');
      turn(true, scene);
      step.start();
      await step.updateComplete;
      step.start();
      expect(stage.part<HTMLButtonElement>('start')?.disabled).to.equal(true);
      stage.press('start');
      expect(step.state).to.equal('ready');
      expect(stage.count(SESSION)).to.equal(0);
      expect(new FormData(form).has('kyc')).to.equal(false);
      expect(form.checkValidity()).to.equal(true);
      expect(step.matches(':disabled')).to.equal(true);
      turn(false, scene);
      await step.updateComplete;
      expect(form.checkValidity()).to.equal(false);
      stage.press('start');
      await stage.state('verifying');
    });
  }

  it('lets the status be asked while it is disabled', async () => {
    const { stage, step } = await inForm('pending', ({ step }) => {
      step.disabled = true;
    });
    await stage.state('pending');
    expect(['continue', 'check'].map((part) => stage.part<HTMLButtonElement>(part)?.disabled)).to.deep.equal([
      true,
      false,
    ]);
    stage.press('check');
    expect(step.state).to.equal('checking');
  });

  it('makes no session ahead of Start while it is disabled', async () => {
    const { stage, step } = await inForm('approve', ({ step }) => {
      step.prefetch = 'intent';
      step.disabled = true;
    });
    await stage.state('ready');
    stage.part('start')?.dispatchEvent(new PointerEvent('pointerenter'));
    step.disabled = false;
    await step.updateComplete;
    expect(stage.count(SESSION)).to.equal(0);
    stage.part('start')?.dispatchEvent(new PointerEvent('pointerenter'));
    expect(stage.count(SESSION)).to.equal(1);
  });

  it('is no entry that a reset takes back: it is asked again', async () => {
    const { stage, form } = await inForm('pending');
    await stage.state('pending');
    stage.applicant.decide('VERIFIED');
    form.reset();
    expect(new FormData(form).get('kyc')).to.equal('PENDING');
    await stage.state('verified');
    expect(stage.events('verified')).to.have.length(1);
    form.reset();
    await stage.state('verified');
    expect(new FormData(form).get('kyc')).to.equal('VERIFIED');
    expect(stage.events('verified')).to.have.length(1);
  });

  it('does not believe what the browser remembers of it', async () => {
    const { stage, step, form } = await inForm('approve', ({ step }) => {
      step.required = true;
    });
    await stage.state('ready');
    step.formStateRestoreCallback();
    expect(step.value).to.equal('UNVERIFIED');
    expect(form.checkValidity()).to.equal(false);
    await stage.state('ready');
  });
});
