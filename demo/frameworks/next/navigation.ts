/** Takes the place of Next's own, since the demo has no Next around it. */
export const router = { push: (_path: string) => {} };

export const useRouter = () => router;
