/**
 * What is counted about a month of the programme, by area or group. A service has a {@link
 * id.pkh.platform.figures.FigureSource} for each kind of record that it counts. Figures of a
 * regency or less are counted when they are read; those of larger areas are added up from sums by
 * sub-district, which a job makes every night from the same sources.
 */
package id.pkh.platform.figures;
