/**
 * Beside each code of an area in an answer stands its name: {@code village_name} beside {@code
 * village_code}. No answer states it itself.
 */
package id.pkh.platform.web.area;
