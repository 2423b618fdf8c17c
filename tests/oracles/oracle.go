// Reads lines "port name" and says of each whether Go connects: "port name yes" or "port name no why".
package main

import (
	"bufio"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"os"
	"time"
)

func main() {
	pem, _ := os.ReadFile(os.Args[1])
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var port, name string
		fmt.Sscan(lines.Text(), &port, &name)
		dialer := &net.Dialer{Timeout: 5 * time.Second}
		conn, err := tls.DialWithDialer(dialer, "tcp", "127.0.0.1:"+port, &tls.Config{RootCAs: roots, ServerName: name})
		if err == nil {
			conn.Close()
			fmt.Println(port, name, "yes")
		} else {
			fmt.Println(port, name, "no", err)
		}
	}
}
