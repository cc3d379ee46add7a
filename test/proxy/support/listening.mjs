/** Preloaded into a process: says on its standard output which port a server got. */
import { Server } from 'node:net';

/** @type {Function} */
const listen = Reflect.get(Server.prototype, 'listen');
Server.prototype.listen = function (/** @type {any[]} */ ...args) {
  this.once('listening', () => {
    const address = this.address();
    if (address && typeof address === 'object') console.log(`port ${address.port}`);
  });
  return Reflect.apply(listen, this, args);
};
