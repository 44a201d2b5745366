package org.attest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Counts the tests of a run into {@code target/test-counts.txt}; {@code verify} closes with that line. */
public class ClosingLine implements TestExecutionListener {

    private static final AtomicInteger PASSED = new AtomicInteger();
    private static final AtomicInteger FAILED = new AtomicInteger();
    private static final AtomicInteger SKIPPED = new AtomicInteger();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        SKIPPED.incrementAndGet();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.FAILED) FAILED.incrementAndGet();
        else if (!test.isTest()) return;
        else if (result.getStatus() == TestExecutionResult.Status.ABORTED) SKIPPED.incrementAndGet();
        else PASSED.incrementAndGet();
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        var line = "%d passed, %d failed, %d skipped%n".formatted(PASSED.get(), FAILED.get(), SKIPPED.get());
        try {
            Files.createDirectories(Path.of("target"));
            Files.writeString(Path.of("target", "test-counts.txt"), line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
