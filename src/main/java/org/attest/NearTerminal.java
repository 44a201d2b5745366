package org.attest;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.attest.web.Terminal;

/** The screen, keyboard and files of this very process. */
final class NearTerminal implements Terminal {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    @Override
    public void say(String line) {
        OUT.println(line);
    }

    @Override
    public void complain(String line) {
        ERR.println(line);
    }

    @Override
    public String secret(String prompt) throws IOException {
        var console = System.console();
        if (console != null) {
            var typed = console.readPassword("%s ", prompt);
            if (typed == null) throw new IOException("nothing was typed");
            return new String(typed);
        }
        var line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (line == null) throw new IOException("nothing came on standard input");
        return line;
    }

    @Override
    public InputStream read(String file) throws IOException {
        if (file.equals("-")) return System.in;
        try {
            return Files.newInputStream(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new FileNotFoundException("there is no file " + file);
        }
    }

    @Override
    public OutputStream write(String file) throws IOException {
        var target = Path.of(file).toAbsolutePath();
        if (!Files.isDirectory(target.getParent()))
            throw new FileNotFoundException("there is no folder " + target.getParent());
        if (Files.isDirectory(target)) throw new FileNotFoundException(file + " is a folder");
        var aside =
                Files.createTempFile(target.getParent(), target.getFileName().toString(), ".part");
        aside.toFile().deleteOnExit();
        return new FilterOutputStream(Files.newOutputStream(aside)) {
            private boolean closed;

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                out.write(from, offset, length);
            }

            @Override
            public void close() throws IOException {
                if (closed) return;
                closed = true;
                super.close();
                Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
            }
        };
    }
}
