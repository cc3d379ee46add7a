/** Replaces Next's module of this name, because the demo runs without Next. */
export const router = { push: (_path: string) => {} };

export const useRouter = () => router;
