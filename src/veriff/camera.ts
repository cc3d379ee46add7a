/**
 * Whether this page can reach a camera, found out without asking the person. A browser that tells nothing counts as one that
 * can: Veriff's page asks, and tells the person.
 */
export async function hasCamera(): Promise<boolean> {
  // Not there in an insecure context, nor in many browsers inside apps.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices?.enumerateDevices) return false;
  try {
    // Before the permission is given, browsers list one device of each kind that exists, without its name.
    return (await devices.enumerateDevices()).some(({ kind }) => kind === 'videoinput');
  } catch {
    return true;
  }
}
