package id.pkh.district.generate;

import java.io.IOException;
import java.nio.file.Path;

/** Command line: {@code GenerateDistrict <folder> [families]}. */
public final class GenerateDistrict {

    private GenerateDistrict() {}

    public static void main(String[] args) throws IOException {
        DistrictSpec spec =
                args.length > 1
                        ? DistrictSpec.of(Integer.parseInt(args[1]))
                        : DistrictSpec.sungaiSerut();
        DistrictGenerator.generate(Path.of(args[0]), spec);
        System.out.println(spec.families() + " families written to " + args[0]);
    }
}
