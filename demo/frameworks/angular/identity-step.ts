import { Component, CUSTOM_ELEMENTS_SCHEMA, input, output } from '@angular/core';
import 'baanx-kyc-step';

@Component({
  selector: 'app-identity-step',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<baanx-kyc-step [applicantId]="id()" (verified)="next.emit()" />`,
})
export class IdentityStep {
  readonly id = input.required<string>();
  readonly next = output();
}
