// Loaded before the program by a test: lets it ail when it is told to.
const kept = []

process.on('SIGUSR2', () => {
  const end = performance.now() + 2_000
  while (performance.now() < end);
})

// Bit by bit, so that nothing else is held up.
process.on('SIGWINCH', () => {
  const timer = setInterval(() => {
    kept.push(Buffer.alloc(2 ** 20, 1))
    if (kept.length === 750) clearInterval(timer)
  }, 1)
})
