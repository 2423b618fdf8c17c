import java.io.*;
import java.net.*;
import java.security.KeyStore;
import java.security.cert.*;
import javax.net.ssl.*;

/** Reads lines "port name" and says of each whether Java connects: "port name yes" or "port name no why". */
public class Oracle {
    public static void main(String[] args) throws Exception {
        KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
        roots.load(null, null);
        int number = 0;
        try (InputStream in = new FileInputStream(args[0])) {
            for (java.security.cert.Certificate root : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                roots.setCertificateEntry("root" + number++, root);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line; (line = lines.readLine()) != null;) {
            String[] parts = line.split(" ");
            try (Socket plain = new Socket("127.0.0.1", Integer.parseInt(parts[0]));
                    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, parts[1], plain.getPort(), true)) {
                plain.setSoTimeout(5000);
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                System.out.println(line + " yes");
            } catch (Exception error) {
                System.out.println(line + " no " + String.valueOf(error.getMessage()).replace('\n', ' '));
            }
        }
    }
}
