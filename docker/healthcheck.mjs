// Ends with 0 when the process answers: what Docker asks before it restarts a container. Whether it may be sent guests
// is another question, which the proxy asks at /readyz.
const port = process.env.PORT ?? '3000';
try {
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(3000) });
  process.exitCode = answer.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
