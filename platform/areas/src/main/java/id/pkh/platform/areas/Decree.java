package id.pkh.platform.areas;

import java.time.LocalDate;

/**
 * A decree of the Minister of Home Affairs about the codes and names of areas.
 *
 * @param number such as {@code 300.2.2-2138/2025}
 * @param source where the list was taken from
 */
public record Decree(String number, LocalDate issuedOn, String title, String source) {

    /** The decree whose list is shipped. */
    public static final Decree CURRENT =
            new Decree(
                    "300.2.2-2138/2025",
                    LocalDate.of(2025, 4, 25),
                    "Pemberian dan Pemutakhiran Kode, Data Wilayah Administrasi Pemerintahan, dan Pulau",
                    "idn-area-data 4.0.1, ODbL");
}
