import {
  afterNextRender,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  signal,
  viewChild,
  type ElementRef,
} from '@angular/core';
import type { BaanxKycStep } from 'baanx-kyc-step';
import 'baanx-kyc-step';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Step {{ step() }} of 6</h1>
    <baanx-kyc-step
      #element
      [applicantId]="applicant"
      [headingLevel]="step()"
      proof-of-address
      [usEnv]="false"
      [messages]="messages"
      [fetcher]="fetcher"
      (verified)="step.set(4)"
    >
      <a slot="privacy" href="/privacy">How we use your data</a>
    </baanx-kyc-step>
  `,
})
export class App {
  readonly applicant = 'approve-angular';
  readonly step = signal(3);
  readonly messages = { start: 'Let’s go' };
  readonly fetcher: typeof fetch = (...request) => fetch(...request);
  private readonly element = viewChild.required<ElementRef<BaanxKycStep>>('element');

  constructor() {
    afterNextRender(() => {
      this.element().nativeElement.addEventListener(
        'statechange',
        ({ detail }) => (document.title = detail.state),
      );
    });
  }
}
