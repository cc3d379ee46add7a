/** Replaces Veriff's page in the gallery: sends the messages in the URL, in order. */
for (const message of new URL(location.href).searchParams.get('messages')?.split(' ') ?? [])
  if (message && parent !== window) parent.postMessage(message, location.origin);
