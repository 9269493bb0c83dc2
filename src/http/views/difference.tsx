import type { ComponentChildren } from 'preact';
import type { Finding } from '../../diagnosis/check.js';
import { Value, visible } from './text.js';

/** A text in three parts, of which the middle one differs from its counterpart. */
interface Parted {
  readonly before: string;
  readonly differs: string;
  readonly after: string;
}

/** Cuts two texts into what they share at the beginning and at the end, and what differs between. */
export function partedTexts(expected: string, actual: string): readonly [Parted, Parted] {
  const left = [...expected];
  const right = [...actual];
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  while (end < left.length - start && end < right.length - start && left.at(-1 - end) === right.at(-1 - end)) end++;
  const cut = (characters: readonly string[]): Parted => ({
    before: characters.slice(0, start).join(''),
    differs: characters.slice(start, characters.length - end).join(''),
    after: characters.slice(characters.length - end).join(''),
  });
  return [cut(left), cut(right)];
}

/** Expected over actual, what differs marked by shape as well as by colour. */
export function ExpectedActual({ finding }: { readonly finding: Finding }) {
  const { expected, actual } = finding;
  if (expected === undefined && actual === undefined) return null;
  const parted =
    finding.difference !== undefined && expected !== undefined && actual !== undefined
      ? partedTexts(expected, actual)
      : undefined;
  return (
    <dl class="expected-actual">
      <Row label="Expected" value={expected} parted={parted?.[0]} marker="wanted" />
      <Row label="Actual" value={actual} parted={parted?.[1]} marker="found" />
    </dl>
  );
}

interface RowProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly parted: Parted | undefined;
  readonly marker: 'wanted' | 'found';
}

function Row({ label, value, parted, marker }: RowProps) {
  if (value === undefined) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd class="mono">{parted ? <Marked parted={parted} marker={marker} /> : <Value value={value} />}</dd>
    </>
  );
}

function Marked({ parted, marker }: { readonly parted: Parted; readonly marker: string }): ComponentChildren {
  return (
    <bdi>
      {visible(parted.before)}
      {parted.differs === '' ? (
        <mark class={`difference ${marker} gap`} title="something is missing here">
          <span class="visually-hidden">(something is missing here)</span>
        </mark>
      ) : (
        <mark class={`difference ${marker}`}>{visible(parted.differs)}</mark>
      )}
      {visible(parted.after)}
    </bdi>
  );
}
