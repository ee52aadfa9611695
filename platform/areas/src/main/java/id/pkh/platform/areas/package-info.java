/** The areas of the country as a decree lists them. Needs nothing but the list itself. */
package id.pkh.platform.areas;
