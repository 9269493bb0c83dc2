/** What the list is narrowed to; every field as it stands in the address. */
export interface ListFilter {
  readonly search?: string;
  readonly outcome?: 'accepted' | 'refused';
  readonly failed?: string;
}

interface ListFilterProps {
  readonly filter: ListFilter;
  /** Ids and titles of the checks that can be asked for. */
  readonly checks: readonly { readonly id: string; readonly title: string }[];
}

/** A form that works by itself: the filter stands in the address and can be kept as a bookmark. */
export function ListFilterForm({ filter, checks }: ListFilterProps) {
  return (
    <form class="list-filter" method="get" action="/" aria-label="Filter">
      <label>
        <span>Search</span>
        <input type="search" name="search" value={filter.search ?? ''} placeholder="Address, id, claim value, check" />
      </label>
      <label>
        <span>Outcome</span>
        <select name="outcome">
          {[
            ['', 'All'],
            ['accepted', 'Accepted'],
            ['refused', 'Refused'],
          ].map(([value, label]) => (
            <option key={value} value={value} selected={value === (filter.outcome ?? '')}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Failed check</span>
        <select name="failed">
          <option value="">Any or none</option>
          {checks.map(({ id, title }) => (
            <option key={id} value={id} title={title} selected={id === filter.failed}>
              {id}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">Filter</button>
      {isNarrowed(filter) ? <a href="/">Show all</a> : null}
    </form>
  );
}

export function isNarrowed(filter: ListFilter): boolean {
  return Boolean(filter.search || filter.outcome || filter.failed);
}
