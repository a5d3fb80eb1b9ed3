package io.github.camelcliq.sandbox;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium, or Chrome, of this machine. */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe");

    private static final List<Path> ELSEWHERE = List.of(
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"));

    private Chromium() {}

    /**
     * The one that the system property {@code chromium} names, else one on the path or where it is usually installed.
     */
    static Optional<Path> find() {
        return Stream.of(named(), onThePath(), ELSEWHERE.stream())
                .flatMap(places -> places)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> named() {
        return Optional.ofNullable(System.getProperty("chromium")).map(Path::of).stream();
    }

    private static Stream<Path> onThePath() {
        String folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(folders.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    }
}
