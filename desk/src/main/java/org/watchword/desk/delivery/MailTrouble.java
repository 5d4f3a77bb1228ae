package org.watchword.desk.delivery;

import jakarta.mail.AuthenticationFailedException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/// Reads out of what a mail conversation died of why it did.
final class MailTrouble {
    private static final int CHAIN = 20;

    /// What the library writes in place of a line when the connection has ended.
    private static final String END = "[EOF]";

    /// @param lastCode the server's last answer, -1 for none or nonsense
    /// @param lastLine the line it came in; empty when the connection was gone
    static Reason of(Throwable error, int lastCode, @Nullable String lastLine) {
        Optional<Reason> broken = broken(error);
        if (broken.isPresent()) {
            return broken.get();
        }
        if (error instanceof AuthenticationFailedException) {
            return lastCode / 100 == 4 ? Reason.BUSY : Reason.SIGN_IN_REFUSED;
        }
        if (lastCode < 0) {
            return lastLine == null || lastLine.isBlank() || lastLine.equals(END)
                    ? Reason.HUNG_UP
                    : Reason.GARBLED;
        }
        return switch (lastCode / 100) {
            case 4 -> Reason.BUSY;
            case 5 -> Reason.REFUSED;
            // The server was content and we were not: it offers no encryption.
            case 2 -> Reason.NOT_TRUSTED;
            default -> Reason.GARBLED;
        };
    }

    /// What the line itself broke with, or the server's own word on sender or receiver: the deepest
    /// that says something, because TLS wraps a broken line in an error of its own.
    private static Optional<Reason> broken(Throwable error) {
        Optional<Reason> deepest = Optional.empty();
        Throwable e = error;
        for (int depth = 0; e != null && depth < CHAIN; depth++) {
            deepest = of(e).or(latest(deepest));
            e = e.getCause();
        }
        return deepest;
    }

    private static Supplier<Optional<Reason>> latest(Optional<Reason> reason) {
        return () -> reason;
    }

    private static Optional<Reason> of(Throwable e) {
        return Optional.ofNullable(
                switch (e) {
                    case SSLException _ -> Reason.NOT_TRUSTED;
                    case SocketTimeoutException _ -> Reason.NO_ANSWER;
                    case UnknownHostException _, ConnectException _, NoRouteToHostException _ ->
                            Reason.NOT_REACHED;
                    case EOFException _, SocketException _ -> Reason.HUNG_UP;
                    case CappedSocket.TooMuch _ -> Reason.GARBLED;
                    case SMTPAddressFailedException a when a.getReturnCode() > 0 ->
                            receiver(a.getReturnCode());
                    case SMTPSenderFailedException s when s.getReturnCode() > 0 ->
                            coded(s.getReturnCode());
                    case SMTPSendFailedException s
                            when s.getReturnCode() > 0 && s.getNextException() == null ->
                            coded(s.getReturnCode());
                    default -> null;
                });
    }

    private static Reason receiver(int code) {
        return code / 100 == 4 ? Reason.BUSY : Reason.ADDRESS_REFUSED;
    }

    private static Reason coded(int code) {
        return code / 100 == 4 ? Reason.BUSY : Reason.REFUSED;
    }

    private MailTrouble() {}
}
