import { duration } from '../../../diagnosis/time-words.js';
import type { Moment, Timeline, Window } from '../../inspector/timeline.js';

const WIDTH = 720;
const LEFT = 148;
const RIGHT = 700;
const TOP = 34;
const ROW = 30;

/** The validity windows as bars, both clocks as lines. The same facts stand in words below it, so it is hidden from readers. */
export function TimelinePicture({ timeline }: { readonly timeline: Timeline }) {
  const { windows, moments, from, to, skewMs } = timeline;
  const height = TOP + windows.length * ROW + 26;
  const x = (at: number) => LEFT + ((Math.min(to, Math.max(from, at)) - from) / (to - from)) * (RIGHT - LEFT);
  const skew = (skewMs / (to - from)) * (RIGHT - LEFT);
  return (
    <div class="scroll picture">
      <svg class="timeline" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
        {windows.map((window, index) => (
          <Bar key={index} window={window} y={TOP + index * ROW} x={x} skew={skew} />
        ))}
        {[...moments]
          .sort((a, b) => a.at - b.at)
          .map((moment, index) => (
            <MomentLine key={moment.label} moment={moment} x={x(moment.at)} height={height} isFirst={index === 0} />
          ))}
        <Ticks timeline={timeline} x={x} y={height - 8} />
      </svg>
    </div>
  );
}

interface BarProps {
  readonly window: Window;
  readonly y: number;
  readonly x: (at: number) => number;
  readonly skew: number;
}

function Bar({ window, y, x, skew }: BarProps) {
  const from = x(window.from ?? Number.NEGATIVE_INFINITY);
  const to = x(window.to ?? Number.POSITIVE_INFINITY);
  const skewFrom = window.from === undefined ? from : Math.max(LEFT, from - skew);
  const skewTo = window.to === undefined ? to : Math.min(RIGHT, to + skew);
  return (
    <g>
      <text x={LEFT - 12} y={y + 15} text-anchor="end" font-size="12" class="label">
        {window.label}
      </text>
      <rect x={skewFrom} y={y + 5} width={Math.max(1, skewTo - skewFrom)} height="12" rx="2" class="skew" />
      <rect x={from} y={y + 2} width={Math.max(2, to - from)} height="18" rx="2" class="window" />
    </g>
  );
}

interface MomentLineProps {
  readonly moment: Moment;
  readonly x: number;
  readonly height: number;
  readonly isFirst: boolean;
}

const CLOCKS = { ours: ' (our clock)', theirs: ' (their clock)', present: '' } as const;

/** Labels of both clocks stand on either side of their lines: they are often less than a second apart. */
function MomentLine({ moment, x, height, isFirst }: MomentLineProps) {
  const { label, clock } = moment;
  return (
    <g class={`moment ${clock}`}>
      <line
        x1={x}
        x2={x}
        y1="20"
        y2={height - 24}
        stroke-width="1.5"
        {...(clock === 'ours' ? {} : { 'stroke-dasharray': '3 3' })}
      />
      <text x={isFirst ? x - 4 : x + 4} y="16" text-anchor={isFirst ? 'end' : 'start'} font-size="12">
        {label + CLOCKS[clock]}
      </text>
    </g>
  );
}

interface TicksProps {
  readonly timeline: Timeline;
  readonly x: (at: number) => number;
  readonly y: number;
}

/** Distances from the arrival, at the edges of the windows. */
function Ticks({ timeline, x, y }: TicksProps) {
  const arrival = timeline.moments.find(({ clock }) => clock === 'ours')?.at ?? timeline.from;
  const edges = new Set(timeline.windows.flatMap(({ from, to }) => [from, to]).filter((edge) => edge !== undefined));
  const shown: number[] = [];
  for (const edge of [...edges].sort((a, b) => a - b)) {
    if (shown.every((other) => Math.abs(x(other) - x(edge)) > 90)) shown.push(edge);
  }
  return (
    <g class="ticks">
      {shown.map((edge) => (
        <text key={edge} x={x(edge)} y={y} text-anchor="middle" font-size="11">
          {edge < arrival ? '−' : '+'}
          {duration(edge - arrival)}
        </text>
      ))}
    </g>
  );
}
