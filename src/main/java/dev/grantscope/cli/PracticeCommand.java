package dev.grantscope.cli;

import dev.grantscope.core.profile.Practice;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.CommandSpec;

/** {@code grantscope practice}: serves the practice tenant until it is stopped. */
final class PracticeCommand implements Callable<Integer> {
  private final CliServices services;
  private int port;

  PracticeCommand(CliServices services) {
    this.services = services;
  }

  CommandSpec spec() {
    return new Options("practice", "Serves the practice tenant on 127.0.0.1 until stopped; prints its URL and its clients.", this)
        .whole("--port", "N", "The port; without it the usual one, or any that is free.", it -> port = it)
        .spec();
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65535) {
      throw new CommandFailedException(ExitCode.USAGE, "--port is a number from 1 to 65535");
    }
    Practice practice = services.practice().apply(port);
    String base;
    try {
      base = practice.start();
    } catch (IOException e) {
      throw new CommandFailedException(ExitCode.USAGE, "That port on 127.0.0.1 cannot be opened");
    }
    services.out().println(base);
    for (Practice.Scenario scenario : practice.scenarios()) {
      services.out().println();
      services.out().println(scenario.profile().name() + ": " + scenario.lesson());
      String url = Practice.at(base, scenario.profile().draft().tokenUrl());
      services.out().println("  token URL  " + url);
      services.out().println("  client id  " + scenario.profile().draft().clientId());
      services.out().println("  secret     " + scenario.secret().reveal().replace("\n", "\\n"));
    }
    services.out().flush();
    new CountDownLatch(1).await();
    return ExitCode.GRANTED;
  }
}
