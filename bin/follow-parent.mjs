// A launched program ends with the one that launched it, even when that one was killed without a word.
process.channel?.unref()
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
