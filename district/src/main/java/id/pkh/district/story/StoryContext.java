package id.pkh.district.story;

import id.pkh.district.manifest.Manifest;
import id.pkh.district.recount.Expectations;
import java.nio.file.Path;

/** The objects that every part of the story needs. */
record StoryContext(
        Path input,
        Manifest manifest,
        Expectations expected,
        Stage stage,
        Cast cast,
        StoryListener listener,
        Findings findings) {}
