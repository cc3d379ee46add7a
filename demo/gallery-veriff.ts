/** In place of Veriff: says what the address asks for, in order, and nothing of its own. */
for (const word of new URL(location.href).searchParams.get('say')?.split(' ') ?? [])
  if (word && parent !== window) parent.postMessage(word, location.origin);
