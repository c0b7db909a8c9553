export type Log = (line: string) => void;
export type Stages = { run<T>(name: string, work: () => Promise<T>, remark?: (result: T) => string): Promise<T>; note: Log };

/** One line per stage with its time; on a terminal it shows at once what is being waited for. */
export function stagesTo(out: NodeJS.WriteStream): Stages {
  const line = (mark: string, name: string, rest: string) => `${mark} ${name.padEnd(24)}${rest}`;
  return {
    note: (text) => void out.write(`  ${text}\n`),
    async run(name, work, remark) {
      const began = performance.now();
      if (out.isTTY) out.write(line("…", name, ""));
      const end = (mark: string, rest: string) =>
        out.write(`${out.isTTY ? "\r\x1b[K" : ""}${line(mark, name, `${seconds(began)}${rest}`)}\n`);
      try {
        const result = await work();
        const text = remark?.(result);
        end("✓", text ? `  ${text}` : "");
        return result;
      } catch (cause) {
        end("✗", "");
        throw cause;
      }
    },
  };
}

export function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`.padStart(8);
}
