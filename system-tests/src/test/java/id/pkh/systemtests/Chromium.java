package id.pkh.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A browser without a screen, with the driver that is installed beside it. */
final class Chromium implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final ChromeDriver driver;
    private final String address;
    private final Path pictures;

    Chromium(String address, Path profile, Path pictures) {
        this.address = address;
        this.pictures = pictures;
        ChromeOptions options = new ChromeOptions();
        options.setBinary(Program.CHROMIUM.path().toString());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        options.addArguments("--lang=en");
        this.driver =
                new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(Program.CHROMEDRIVER.path().toFile())
                                .build(),
                        options);
        driver.manage().window().setSize(new Dimension(1400, 1000));
    }

    void open(String path) {
        driver.get(address + path);
    }

    void type(String field, String text) {
        driver.findElement(By.id(field)).sendKeys(text);
    }

    void press(String css) {
        driver.findElement(By.cssSelector(css)).click();
    }

    boolean has(String css) {
        return !driver.findElements(By.cssSelector(css)).isEmpty();
    }

    /** Waits until the element is there and what it says satisfies the test. */
    String await(String css, Predicate<String> says) {
        return Awaitility.await(css)
                .atMost(SOON)
                .ignoreException(StaleElementReferenceException.class)
                .until(() -> text(css), text -> text != null && says.test(text));
    }

    /** Loads a page again and again until it says so, as a person would. */
    void reloadUntil(String path, String css, Predicate<String> says) {
        Awaitility.await(path + " " + css)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> {
                            open(path);
                            String text = text(css);
                            return text != null && says.test(text);
                        });
    }

    private String text(String css) {
        List<WebElement> found = driver.findElements(By.cssSelector(css));
        return found.isEmpty() ? null : found.get(0).getText();
    }

    void picture(String name) {
        try {
            Files.createDirectories(pictures);
            Files.write(pictures.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
