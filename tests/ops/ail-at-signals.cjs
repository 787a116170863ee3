// Loaded before the program by a test: lets it ail when it is told to.
const kept = []

// Again and again: what is measured just before a scrape ends is forgotten with it.
process.on('SIGUSR2', () => {
  let times = 0
  const hold = () => {
    const end = performance.now() + 1_000
    while (performance.now() < end);
    times += 1
    if (times < 10) setTimeout(hold, 20)
  }
  hold()
})

// Bit by bit, so that nothing else is held up.
process.on('SIGWINCH', () => {
  const timer = setInterval(() => {
    kept.push(Buffer.alloc(2 ** 20, 1))
    if (kept.length === 750) clearInterval(timer)
  }, 1)
})
