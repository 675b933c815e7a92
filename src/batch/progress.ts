import { formatCount } from '../report/index.js';

/** How far a run is, said on the way. */
export type Progress = {
  readonly step: (done: number, total: number, doing: string) => void;
  readonly end: () => void;
};

export type ProgressOptions = {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Columns of the terminal, which may change. */
  readonly width: () => number;
  readonly unicode: boolean;
  /** Milliseconds, ever rising. */
  readonly now: () => number;
};

const duration = (seconds: number): string => {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  return whole < 3600
    ? `${Math.floor(whole / 60)} min ${whole % 60} s`
    : `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
};

/** A bar that is drawn over itself on a terminal, ten times a second; elsewhere a line for each tenth, and at least two seconds apart. */
export const createProgress = ({ write, isTerminal, width, unicode, now }: ProgressOptions): Progress => {
  let began = now();
  let said = -Infinity;
  let tenth = 0;
  let phase = '';
  let drawn = false;
  /** Where there is no room for all, the rate is left out first. */
  const facts = (done: number, total: number, room: number): string => {
    const seconds = (now() - began) / 1000;
    const rate = seconds > 0.2 ? done / seconds : 0;
    const left = rate > 0 && done < total ? `, ${duration((total - done) / rate)} left` : '';
    const speed = rate > 0 ? `, ${formatCount(Math.round(rate))} a second` : '';
    const counted = `${formatCount(done)} of ${formatCount(total)}`;
    return [`${counted}${speed}${left}`, `${counted}${left}`].find((text) => text.length <= room) ?? counted;
  };
  const draw = (done: number, total: number, doing: string): void => {
    // In the last column some terminals go on in the next line.
    const most = width() - 1;
    const text = `${doing} ${facts(done, total, most - doing.length - 1)}`;
    const room = Math.min(30, most - text.length - 4);
    const filled = total === 0 ? room : Math.floor((done / total) * room);
    const bar =
      room < 5
        ? ''
        : unicode
          ? `${'█'.repeat(filled)}${'░'.repeat(room - filled)} `
          : `[${'#'.repeat(filled)}${'.'.repeat(room - filled)}] `;
    write(`\r\u001b[K${`${bar}${text}`.slice(0, most)}`);
    drawn = true;
  };
  return {
    step: (done, total, doing) => {
      if (doing !== phase) {
        phase = doing;
        began = now();
        tenth = 0;
        said = isTerminal ? -Infinity : began;
      }
      const time = now();
      if (isTerminal) {
        if (time - said < 100 && done < total) return;
        said = time;
        draw(done, total, doing);
        return;
      }
      const reached = total === 0 ? 10 : Math.floor((done / total) * 10);
      // Who is done within two seconds needs no news.
      if (reached <= tenth || time - said < 2000) return;
      tenth = reached;
      said = time;
      write(`${doing} ${facts(done, total, Infinity)}\n`);
    },
    end: () => {
      if (drawn) write('\r\u001b[K');
      drawn = false;
    },
  };
};

export const noProgress: Progress = { step: () => undefined, end: () => undefined };
