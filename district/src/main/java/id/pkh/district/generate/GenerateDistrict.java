package id.pkh.district.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Command line: {@code GenerateDistrict <folder> [families]}, or {@code GenerateDistrict --pack
 * <archive>} for the committed district.
 */
public final class GenerateDistrict {

    private GenerateDistrict() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 2 && args[0].equals("--pack")) {
            Path folder = Files.createTempDirectory("district");
            DistrictGenerator.generate(folder, DistrictSpec.sungaiSerut());
            SungaiSerut.pack(folder, Path.of(args[1]));
            System.out.println("packed into " + args[1]);
            return;
        }
        DistrictSpec spec =
                args.length == 2
                        ? DistrictSpec.of(Integer.parseInt(args[1]))
                        : DistrictSpec.sungaiSerut();
        DistrictGenerator.generate(Path.of(args[0]), spec);
        System.out.println(spec.families() + " families written to " + args[0]);
    }
}
