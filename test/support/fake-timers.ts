import { afterEach, beforeEach, vi } from 'vitest';

/** Gives each test of the file fake timers, and polling without its random share. */
export function useFakeTimers(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(Math, 'random').mockReturnValue(0);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
}
