// Loaded before every child of the house: when the house is gone, the child leaves as if it had been asked to.
process.once("disconnect", () => {
  setTimeout(() => process.exit(1), 5_000).unref();
  process.kill(process.pid, "SIGTERM");
});
process.channel?.unref();
