package id.pkh.registry.area;

/** The levels of areas, with the names that the table has. */
enum AreaLevel {
    PROVINCE,
    REGENCY,
    DISTRICT,
    VILLAGE
}
