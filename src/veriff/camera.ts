/**
 * Whether this page can reach a camera, detected without a permission prompt. If the browser does not say, the result
 * is true: Veriff's page requests the camera and informs the person.
 */
export async function hasCamera(): Promise<boolean> {
  // Undefined in an insecure context, and in many browsers inside apps.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices?.enumerateDevices) return false;
  try {
    // Before the permission is given, browsers list one device of each kind that exists, without its name.
    return (await devices.enumerateDevices()).some(({ kind }) => kind === 'videoinput');
  } catch {
    return true;
  }
}
