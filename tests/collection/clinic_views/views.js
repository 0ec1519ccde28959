// The views themselves, in a file of their own.
view(`visits_overview`, {
  title: `Overview of visits`,
  description: `What the front desk sees`,
  cubes: [
    { joinPath: Visits, includes: [`count`, { name: `at`, alias: `visited_at` }] },
    { joinPath: Visits.Doctors, prefix: true, includes: `*`, excludes: [`id`] },
    { joinPath: Visits.Rooms, alias: `place`, prefix: true, includes: [`floor`] }
  ]
});
view(`visits_hidden`, { public: false, meta: { team: 'desk' }, cubes: [{ join_path: Visits, includes: `*` }] });
