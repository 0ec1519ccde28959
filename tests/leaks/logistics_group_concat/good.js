cube(`Stops`, {
  sql: `
    SELECT s.tour, d.places
    FROM stops s
    INNER JOIN (SELECT day, haulier, group_concat(place, ',') AS places FROM stops GROUP BY day, haulier) d ON d.day = s.day AND d.haulier = s.haulier
    WHERE ${USER_CONTEXT.haulier.filter('s.haulier')}
  `,
  dimensions: {
    tour: { sql: `tour`, type: `number`, primaryKey: true },
    places: { sql: `places`, type: `string` },
  },
});
