// One view, two paths through it.
view(`Machines`, {
  cubes: [
    { join_path: Sensors, includes: [`count`, `place`] },
    { join_path: Sensors.Readings, includes: [`level`, `peak`, `at`], prefix: true },
  ],
  folders: [{ name: `Levels`, includes: [`Readings_level`, `Readings_peak`] }],
});
