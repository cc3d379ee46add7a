import '@angular/compiler';
import {
  createComponent,
  Input,
  inputBinding,
  Output,
  outputBinding,
  provideZonelessChangeDetection,
} from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { IdentityStep } from './identity-step';

// Angular's build derives these declarations from the fields. The compiler in the page can't.
Input({ isSignal: true, alias: 'id', required: true } as Input)(IdentityStep.prototype, 'id');
Output('next')(IdentityStep.prototype, 'next');

export async function mount(place: HTMLElement, id: string, next: () => void) {
  const app = await createApplication({ providers: [provideZonelessChangeDetection()] });
  const hostElement = document.createElement('app-identity-step');
  const { hostView } = createComponent(IdentityStep, {
    environmentInjector: app.injector,
    hostElement,
    bindings: [inputBinding('id', () => id), outputBinding('next', next)],
  });
  app.attachView(hostView);
  app.tick();
  place.append(hostElement);
}
