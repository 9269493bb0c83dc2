// @ts-check
/**
 * Statements that make many logins out of those a store holds, on SQLite and on PostgreSQL: what stands in one login only (its id,
 * its person, the ids of its message) is made different in each copy, what stands in all of them stays the same word.
 *
 * @param {number} times how many times as many there are afterwards, up to 1000
 * @returns {string[]}
 */
export function multiplied(times) {
  const copies = Array.from({ length: times - 1 }, (_, at) => copy(String(at + 1).padStart(3, '0')));
  return [
    'create temp table base_logins as select * from logins',
    'create temp table base_assertions as select * from assertions',
    'create temp table singles as select term from login_terms group by term having count(*) = 1',
    `create temp table words as select t.term, t.login_id, case when s.term is null then 0 else 1 end as is_single
     from login_terms t left join singles s on s.term = t.term`,
    ...copies.flat(),
  ];
}

/** @param {string} mark three digits */
function copy(mark) {
  // Copies sort below what they are copies of, each beside the others of its kind.
  const other = (/** @type {string} */ column) => `substr(${column}, 1, 1) || '${mark}' || substr(${column}, 2)`;
  return [
    'begin',
    `insert into logins (id, state, accepted, name_id, search_text, received, outcome, bytes)
     select ${other('id')}, state, accepted, ${other('name_id')}, search_text, received,
       replace(outcome, id, ${other('id')}), bytes
     from base_logins order by id`,
    `insert into login_terms (term, login_id)
     select case when is_single = 1 then ${other('term')} else term end, ${other('login_id')} from words order by 1, 2`,
    `insert into assertions (issuer, id, login_id, accepted_at, forget_after)
     select issuer, ${other('id')}, ${other('login_id')}, accepted_at, forget_after from base_assertions order by id`,
    'commit',
  ];
}
