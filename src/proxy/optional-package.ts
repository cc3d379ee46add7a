/**
 * Loads an optional peer dependency. The promise rejects with a message that names the package to install; nobody
 * catches that rejection, so a process that cannot work without the package ends with the message at its start.
 */
export async function loadPackage<T>(user: string, names: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error(`${user} needs an optional package: npm install ${names}`, { cause: error });
  }
}
